#pragma once
#include <modules/showroom/test_drive/test_drive.h>

namespace forecourt::showroom {

inline constexpr Right test_drive_book{"showroom.test_drive_book"};

extern const Action<BookTestDrive, TestDriveBooked> book_test_drive;
extern const Action<MoveTestDrive, TestDriveChanged> move_test_drive;
extern const Action<CancelTestDrive, TestDriveChanged> cancel_test_drive;
extern const Action<SignAgreement, TestDriveChanged> sign_agreement;
extern const Action<StartTestDrive, TestDriveChanged> start_drive;
extern const Action<FinishTestDrive, TestDriveChanged> finish_drive;
extern const Action<RecordFeedback, Nothing> record_feedback;
extern const Action<ReportIncident, IncidentReported> report_incident;

}  // namespace forecourt::showroom

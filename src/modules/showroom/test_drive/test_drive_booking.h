#pragma once
#include <modules/showroom/test_drive/test_drive_paper.h>

namespace forecourt::showroom {

// What booking and signing must know of other modules, loaded and put to the rules. The actions use it.

/// A drive as it may be booked, without key and number.
Result<TestDrive> plan_booking(Tx& tx, const BookTestDrive& in);
/// The drive with its new car, time and consultant.
MaybeRefused check_moved(Tx& tx, const TestDrive& drive);
/// The customer's licence, if it covers this drive.
Result<Licence> check_driver(Tx& tx, const TestDrive& drive,
                             const std::optional<Date>& companion_licensed_on);
/// The agreement's words for this drive, signed or not. Without a checked licence its class stays open.
AgreementPaper agreement_paper(const Context& context, const TestDrive& drive, const Licence* licence);
/// Orders the signed agreement as a sealed PDF for the archive.
Id<documents::ArchivedDocument> order_agreement(Tx& tx, const TestDrive& drive, const Licence& licence);

}  // namespace forecourt::showroom

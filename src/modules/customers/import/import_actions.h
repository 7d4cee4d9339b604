#pragma once
#include <modules/customers/import/import.h>

namespace forecourt::customers {

extern const Action<ImportDryRun, ImportChecked> import_dry_run;
extern const Action<ImportCommit, ImportCommitted> import_commit;
extern const Action<ImportUndo, ImportUndone> import_undo;

}  // namespace forecourt::customers

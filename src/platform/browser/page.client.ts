import { askBeforeActing } from './confirm.js';
import { sendPlainWithoutFiles, showChosenFiles } from './files.js';
import { focusProblems, guardUnsaved, sendOnce } from './forms.js';
import { focusSearch } from './search-key.js';
import { closeMenus, toggleTheme } from './topbar.js';

toggleTheme();
closeMenus();
focusSearch();
focusProblems();
askBeforeActing();
sendPlainWithoutFiles();
sendOnce();
guardUnsaved();
showChosenFiles();

import { askBeforeActing } from './confirm.js';
import { showChosenFiles } from './files.js';
import { focusProblems, guardUnsaved, sendOnce } from './forms.js';
import { closeMenus, toggleTheme } from './topbar.js';

toggleTheme();
closeMenus();
focusProblems();
askBeforeActing();
sendOnce();
guardUnsaved();
showChosenFiles();

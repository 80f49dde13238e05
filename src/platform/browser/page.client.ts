import { askBeforeActing } from './confirm.js';
import { showChosenFiles } from './files.js';
import { focusProblems, guardUnsaved, sendOnce } from './forms.js';
import { focusSearch } from './search-key.js';
import { closeMenus, toggleTheme } from './topbar.js';

toggleTheme();
closeMenus();
focusSearch();
focusProblems();
askBeforeActing();
sendOnce();
guardUnsaved();
showChosenFiles();

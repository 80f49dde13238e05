export { workspaceAt, workspacesAt } from './addresses.js';
export { FillService } from './fill/fill.service.js';
export { WorkspaceModule } from './workspace.module.js';
export { WorkspacesService } from './workspaces.service.js';

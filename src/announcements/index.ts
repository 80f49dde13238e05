export { announcementAt, announcementsAt } from './announcement.js';
export { AnnouncementsModule } from './announcements.module.js';
export { AnnouncementsService } from './announcements.service.js';
export { NEWEST_COLUMN, type NewestRow } from './announcements.queries.js';
export { type AnnouncementLine, newestFrom } from './board.service.js';

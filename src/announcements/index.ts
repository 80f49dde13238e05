export { announcementAt, announcementsAt } from './announcement.js';
export { AnnouncementsModule } from './announcements.module.js';
export { AnnouncementsService } from './announcements.service.js';
export { type AnnouncementLine, BoardService } from './board.service.js';

export { ClassroomModule } from './classroom.module.js';

export { AuthModule } from './auth.module.js';
export { DEMONSTRATION_PASSWORD } from './auth.service.js';
export { PASSWORD_LENGTH } from './password-length.js';
export { Passwords } from './passwords.js';
export { RequestContext } from './request-context.js';
export { registerSessions, sessionCookie } from './sessions.js';

import { Global, Module } from '@nestjs/common';
import { AuditLog } from './audit-log.js';

/** Keeps who did what and when, as lines that are only added. It decides nothing and shows nothing. */
@Global()
@Module({ providers: [AuditLog], exports: [AuditLog] })
export class AuditModule {}

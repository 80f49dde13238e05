import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ENV } from '../platform/config/config.module.js';
import type { Env } from '../platform/config/env.js';
import { isSigned, signaturesOf } from '../platform/security/signature.js';
import { accountOf } from './login-throttle.js';

const COOKIE = 'attrait_device';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Browsers on which an account has signed in before. It opens nothing: who comes with one is counted apart from strangers who
 * guess, so that constant guessing does not keep the owner out. A browser knows the last account that signed in on it.
 */
@Injectable()
export class KnownDevices {
  constructor(@Inject(ENV) private readonly env: Env) {}

  /** The device of this request, if this account has signed in on it. */
  find(request: FastifyRequest, email: string): string | null {
    const [device = '', signature = ''] = (request.cookies[COOKIE] ?? '').split('.');
    return /^[\w-]{22}$/.test(device) && isSigned(this.env, textOf(email, device), signature) ? device : null;
  }

  remember(request: FastifyRequest, reply: FastifyReply, email: string): void {
    const device = this.find(request, email) ?? randomBytes(16).toString('base64url');
    const [signature] = signaturesOf(this.env, textOf(email, device));
    void reply.setCookie(COOKIE, `${device}.${signature}`, { httpOnly: true, maxAge: YEAR_SECONDS, path: '/sign-in' });
  }
}

const textOf = (email: string, device: string): string => `device:${device}:${accountOf(email)}`;

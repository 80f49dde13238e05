import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { type Person, PeopleService } from '../people/index.js';
import { KnownDevices } from './known-devices.js';
import { accountOf, countedFor, LoginThrottle } from './login-throttle.js';
import { Passwords } from './passwords.js';

/** Signing in with an address and a password. An unknown address, a wrong password and a suspended account get one and the same answer. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(
    private readonly people: PeopleService,
    private readonly passwords: Passwords,
    private readonly throttle: LoginThrottle,
    private readonly devices: KnownDevices,
  ) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true });
  }

  /** @throws TooManyGuesses before the password is looked at. */
  async validate(request: FastifyRequest, email: string, password: string): Promise<Person | false> {
    const account = accountOf(email);
    const counted = countedFor(account, this.devices.find(request, account));
    const begun = await this.throttle.begin(counted, request.ip);

    const person = await this.people.findByEmail(account);
    if (await this.passwords.check(person?.id, password)) {
      await this.throttle.forget(counted);
      return person!;
    }
    await this.throttle.noteFailure(begun, request.ip);
    return false;
  }
}

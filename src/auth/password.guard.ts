import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { Person } from '../people/index.js';
import type { AttraitRequest } from '../platform/security/request.js';
import { TooManyGuesses } from './auth.errors.js';

/** What the sign-in route finds in its request once the strategy has looked at it. */
export interface SignInRequest extends AttraitRequest {
  readonly user: Person | null;
  /** Why no password was looked at, if none was. */
  slowed?: TooManyGuesses;
}

/** Runs the password strategy on the sign-in route. A failure is not an error here: the page is shown again with what was typed. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  override handleRequest<P = Person | null>(error: Error | null, person: Person | false, _info: unknown, context: ExecutionContext): P {
    if (error instanceof TooManyGuesses) context.switchToHttp().getRequest<SignInRequest>().slowed = error;
    else if (error) throw error;
    return (person || null) as P;
  }

  override getAuthenticateOptions() {
    return { session: false };
  }
}

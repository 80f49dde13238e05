import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people/index.js';
import { AccountController } from './account.controller.js';
import { AuthService } from './auth.service.js';
import { Credential } from './credential.entity.js';
import { RequestContext } from './request-context.js';
import { KnownDevices } from './known-devices.js';
import { LoginThrottle } from './login-throttle.js';
import { PasswordStrategy } from './password.strategy.js';
import { Passwords } from './passwords.js';
import { SignInController } from './sign-in.controller.js';

/** Who somebody is: signing in and out, sessions, the account page. It does not decide what they may do once inside. */
@Module({
  imports: [PassportModule, TypeOrmModule.forFeature([Credential]), PeopleModule],
  controllers: [SignInController, AccountController],
  providers: [AuthService, RequestContext, LoginThrottle, KnownDevices, Passwords, PasswordStrategy],
  exports: [RequestContext, Passwords],
})
export class AuthModule {}

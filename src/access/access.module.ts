import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Account } from './account.entity.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { AccountsService } from './accounts/accounts.service.js';
import { Administration } from './administration.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentsController } from './appointments/appointments.controller.js';
import { AppointmentsService } from './appointments/appointments.service.js';
import './messages.js';
import { PRESENT_KDF } from './passwords/scrypt.js';
import { ReadLog } from './read-log/read-log.js';
import { EvidenceReader } from './read-log/reads-evidence.js';
import { SessionGuard, SessionReader } from './session/current-session.js';
import { SessionAnswers } from './session/session.answers.js';
import { SessionController } from './session/session.controller.js';
import { ACCESS_KDF, SessionService } from './session/session.service.js';
import { SetupController } from './setup/setup.controller.js';

/** Accounts, sessions, appointments. Global, so that any feature's handler can ask for `@CurrentSession()`. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Account, Appointment])],
  controllers: [SessionController, AccountsController, AppointmentsController, SetupController],
  providers: [
    { provide: ACCESS_KDF, useValue: PRESENT_KDF },
    SessionService,
    SessionAnswers,
    SessionReader,
    SessionGuard,
    Administration,
    AccountsService,
    AppointmentsService,
    ReadLog,
    { provide: APP_INTERCEPTOR, useClass: EvidenceReader },
  ],
  exports: [ReadLog, SessionService, SessionAnswers, SessionReader, SessionGuard, Administration],
})
export class AccessModule {}

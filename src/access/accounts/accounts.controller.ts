import { Body, Controller, Get, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { IdParameter } from '../id.dto.js';
import { IdAnswer } from '../id.views.js';
import { CurrentSession } from '../session/current-session.js';
import type { Session } from '../session/session.js';
import { AccountsQuery, ActiveBody, NewAccountBody, ResetPasswordBody } from './accounts.dto.js';
import { AccountsService } from './accounts.service.js';
import { AccountActivity, AccountPage } from './accounts.views.js';

@ApiTags('administration')
@Controller('api/accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  /** Accounts by user name. For the three administrators. */
  @Get()
  list(@Query() query: AccountsQuery, @CurrentSession() session: Session): Promise<AccountPage> {
    return this.accounts.list(session, query);
  }

  /** Makes an account. System administrator. */
  @Post()
  create(@Body() body: NewAccountBody, @CurrentSession() session: Session, @Req() request: FastifyRequest): Promise<IdAnswer> {
    return this.accounts.create(session, request, body);
  }

  /** Sets a password that the next sign-in must replace. System administrator, not for oneself. */
  @Put(':id/password')
  resetPassword(
    @Param() { id }: IdParameter,
    @Body() { password }: ResetPasswordBody,
    @CurrentSession() session: Session,
    @Req() request: FastifyRequest,
  ): Promise<IdAnswer> {
    return this.accounts.resetPassword(session, request, id, password);
  }

  /** Closes or opens an account. System administrator, not for oneself. */
  @Put(':id/active')
  setActive(
    @Param() { id }: IdParameter,
    @Body() { active }: ActiveBody,
    @CurrentSession() session: Session,
    @Req() request: FastifyRequest,
  ): Promise<AccountActivity> {
    return this.accounts.setActive(session, request, id, active);
  }
}

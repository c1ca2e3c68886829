import { Body, Controller, Get, Header, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentSession, type Session } from '../access/index.js';
import { ContactBody } from './contact.dto.js';
import { ContactView } from './contact.views.js';
import { Mailer } from './mailer.js';
import { Outbox } from './outbox.js';

@ApiTags('session')
@Controller('api/session/contact')
export class ContactController {
  constructor(
    private readonly outbox: Outbox,
    private readonly mailer: Mailer,
  ) {}

  /** The address to which I get notifications. */
  @Get()
  @Header('cache-control', 'no-store')
  async show(@CurrentSession() session: Session): Promise<ContactView> {
    return { email: await this.outbox.contactOf(session.token), mail: this.mailer.configured };
  }

  /** Sets it, or removes it with null. Nobody else can. */
  @Put()
  @Header('cache-control', 'no-store')
  async set(@Body() body: ContactBody, @CurrentSession() session: Session): Promise<ContactView> {
    await this.outbox.setContact(session.token, body.email);
    return { email: body.email, mail: this.mailer.configured };
  }
}

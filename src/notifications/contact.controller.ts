import { Body, Controller, Get, Header, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentSession, type Session } from '../access/index.js';
import { ContactBody } from './contact.dto.js';
import { ContactView } from './contact.views.js';
import { Mailer } from './mailer.js';
import { Outbox, type Contact } from './outbox.js';

@ApiTags('session')
@Controller('api/session/contact')
export class ContactController {
  constructor(
    private readonly outbox: Outbox,
    private readonly mailer: Mailer,
  ) {}

  /** The address to which I get notifications, and which of them I want. */
  @Get()
  @Header('cache-control', 'no-store')
  async show(@CurrentSession() session: Session): Promise<ContactView> {
    return this.told(await this.outbox.contactOf(session.token));
  }

  /** Sets both; the address is removed with null. Nobody else can. */
  @Put()
  @Header('cache-control', 'no-store')
  async set(@Body() { email, wishes = {} }: ContactBody, @CurrentSession() session: Session): Promise<ContactView> {
    await this.outbox.setContact(session.token, { email, wishes });
    return this.show(session);
  }

  private told({ email, wishes }: Contact): ContactView {
    return { email, mail: this.mailer.configured, wishes: { catalogues: 'atOnce', matters: 'atOnce', deadlines: 'atOnce', ...wishes } };
  }
}

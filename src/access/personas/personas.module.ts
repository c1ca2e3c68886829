import { Module } from '@nestjs/common';
import { KeptAccounts } from '../demo/kept-accounts.js';
import { PersonasController } from './personas.controller.js';

/** Changing roles with one click, in the evaluation mode only. */
@Module({ controllers: [PersonasController], providers: [KeptAccounts] })
export class PersonasModule {}

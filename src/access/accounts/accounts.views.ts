import { Account } from '../account.entity.js';
import { IdAnswer } from '../id.views.js';

export class AccountPage {
  items: Account[];
  nextCursor: string | null;
}

export class AccountActivity extends IdAnswer {
  active: boolean;
}

import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A person who can sign in. Only what is no secret: the application's login cannot read the rest of the row. */
@Entity({ name: 'account' })
export class Account {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  username: string;

  @Column({ name: 'display_name', type: 'text' })
  displayName: string;

  /** A closed account opens no session and has no hands. */
  @Column({ type: 'boolean' })
  active: boolean;

  @Column({ name: 'must_change_password', type: 'boolean' })
  mustChangePassword: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}

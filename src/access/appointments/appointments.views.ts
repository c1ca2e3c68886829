import { Appointment } from '../appointment.entity.js';

export class AppointmentPage {
  items: Appointment[];
  nextCursor: string | null;
}

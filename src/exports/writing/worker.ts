/** The thread that writes one file and ends: a large table would hold up everybody else for half a second. */
import { parentPort, workerData } from 'node:worker_threads';
import { writeDocx } from './docx.js';
import type { Order } from './order.js';
import { writeXlsx } from './xlsx.js';

const order = workerData as Order;
const bytes = new Uint8Array(order.format === 'xlsx' ? await writeXlsx(order.sheets) : await writeDocx(order.paper));
parentPort!.postMessage(bytes, [bytes.buffer]);

export default async function closeDesk() {
  await globalThis.closeTestDesk?.();
}

// Loaded before a portal whose time a test moves (`startPortal` with `clock`): whatever asks for the time is told one that is ahead of the
// machine's by what the test says. The database keeps its own: it only notes when rows were written.
const machine = Date;
let ahead = 0;

globalThis.Date = new Proxy(machine, {
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [machine.now() + ahead] : given, as),
  get: (target, name) => (name === 'now' ? () => machine.now() + ahead : Reflect.get(target, name)),
});

process.on('message', (milliseconds) => {
  ahead = Number(milliseconds);
  process.send?.('moved');
});
process.channel?.unref();

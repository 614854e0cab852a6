// Loaded before a portal whose time a test moves (`startPortal` with `clock`): whatever asks for the time is told one that is ahead of the
// machine's by what the test says, or the one instant at which it stands still. The database keeps its own: it only notes when rows were written.
const machine = Date;
let ahead = 0;
/** @type {number | undefined} where it stands still */
let stands;
const now = () => stands ?? machine.now() + ahead;

globalThis.Date = new Proxy(machine, {
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

process.on('message', (/** @type {{ ahead?: number, stands?: number }} */ moved) => {
  ahead = moved.ahead ?? ahead;
  stands = moved.stands;
  process.send?.('moved');
});
process.channel?.unref();

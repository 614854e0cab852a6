// The command line: `npm run concord -- COMMAND`. The commands themselves are part of the built server.
process.env['NODE_ENV'] ??= 'production';
const build = await import(new URL('../build/server/index.js', import.meta.url).href);
process.exitCode = await build.entry.module.command(process.argv.slice(2));

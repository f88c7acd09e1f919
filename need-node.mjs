// Says in one sentence what is missing where Node is too old to run TypeScript.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Round Trip needs Node 22.18 or newer; this is ${process.versions.node}. On Linux (x64, arm64) npm install brings one along; elsewhere install it from nodejs.org.`,
  );
  process.exit(1);
}

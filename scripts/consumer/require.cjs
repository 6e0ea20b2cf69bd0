/** The CommonJS door: every entry can be required, and leads to the same modules as `import`. */
const assert = require('node:assert/strict');
const { exports: listed } = require('revpact/package.json');

const ids = Object.keys(listed).filter((subpath) => subpath !== './package.json').map((subpath) => `revpact${subpath.slice(1)}`);

const check = async () => {
  const whole = require('revpact');
  for (const id of ids) {
    const required = require(id);
    const imported = await import(id);
    assert.notEqual(Object.keys(required).length, 0, `${id} exports nothing`);
    for (const [name, value] of Object.entries(required)) {
      assert.equal(value, imported[name], `${id}: ${name} is another thing when it is imported`);
    }
  }
  assert.equal(whole.elapsed, require('revpact/sla').elapsed);
};

check().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

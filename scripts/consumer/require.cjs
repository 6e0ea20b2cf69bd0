/** The CommonJS door: every entry can be required, and leads to the same modules as `import`. */
const assert = require('node:assert/strict');
const { exports: listed } = require('revpact/package.json');

const ids = Object.keys(listed).filter((subpath) => !subpath.endsWith('.json')).map((subpath) => `revpact${subpath.slice(1)}`);

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
  assert.deepEqual(require('revpact/glossary.json'), require('revpact/vocabulary').GLOSSARY);
  for (const [name, schema] of Object.entries(require('revpact/schema').jsonSchemas())) {
    const file = `revpact/schema/${name}.json`;
    assert.deepEqual(require(file), schema, `${file} is not what the library makes`);
    assert.deepEqual((await import(file, { with: { type: 'json' } })).default, schema);
  }
};

check().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

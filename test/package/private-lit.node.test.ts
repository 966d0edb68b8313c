// What the script-tag builds take out of Lit must be what our elements do without.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReportButton } from '../../src/elements/report-button.ts';
import { ReportForm } from '../../src/elements/report-form.ts';

for (const element of [ReportButton, ReportForm]) {
  test(`no property of ${element.name} is written back to its attribute, or is anything but text there`, () => {
    assert.ok(element.elementProperties.size > 0 || element.observedAttributes.length > 0);
    for (const [name, { reflect, type, converter }] of element.elementProperties) {
      assert.ok(!reflect, String(name));
      assert.equal(type, undefined, String(name));
      assert.equal(converter, undefined, String(name));
    }
  });
}

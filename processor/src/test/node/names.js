'use strict';
// Checks that a template can be deployed more than once in an account: no name of a resource is the same in every stack.

const { resource } = require('./shapes');

const PASSED_TO = { 'AWS::Serverless::Function': 'AWS::Lambda::Function' };

/** Checks the properties by which AWS knows a resource. */
function checkName(definition, path, problems) {
  for (const name of resource(PASSED_TO[definition.Type] ?? definition.Type)?.primaryIdentifier ?? []) {
    const value = definition.Properties?.[name];
    const text = typeof value === 'string' ? value : value?.['Fn::Sub'];
    if (typeof text === 'string' && !text.includes('${Suffix}')) {
      problems.push(`${path}.${name} is the same in every stack. Add ${'${Suffix}'} to it.`);
    }
  }
}

module.exports = { checkName };

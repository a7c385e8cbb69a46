'use strict';
// Reads a CloudFormation template: YAML with its short forms of functions, which become objects of one key.

const fs = require('node:fs');
const yaml = require('js-yaml');

const FUNCTIONS = ['Sub', 'If', 'Equals', 'Not', 'And', 'Or', 'Join', 'Select', 'Split', 'GetAtt', 'FindInMap'];

function tag(name, kind, key) {
  return new yaml.Type('!' + name, {
    kind,
    construct: (value) => ({ [key]: name === 'GetAtt' && typeof value === 'string' ? splitAttribute(value) : value }),
  });
}

function splitAttribute(text) {
  const dot = text.indexOf('.');
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

const SCHEMA = yaml.DEFAULT_SCHEMA.extend([
  tag('Ref', 'scalar', 'Ref'),
  tag('Condition', 'scalar', 'Condition'),
  ...FUNCTIONS.flatMap((name) => ['scalar', 'sequence'].map((kind) => tag(name, kind, 'Fn::' + name))),
]);

/** The template in a file; a key that stands twice is an error here already. */
function readTemplate(file) {
  return yaml.load(fs.readFileSync(file, 'utf8'), { schema: SCHEMA });
}

/** Whether a value is known at deployment only. */
function isFunction(value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return false;
  }
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === 'Ref' || keys[0].startsWith('Fn::'));
}

module.exports = { readTemplate, isFunction };

'use strict';
// Checks SAM templates against AWS's service specification: node check-template.js FILE...
// Prints one line for each problem, with the parameters that it takes, and ends with 1 where there is any.

const { readTemplate } = require('./read-template');
const { resource, checkProperties } = require('./shapes');
const { checkFunction, checkRole } = require('./sam');
const { checkReferences } = require('./references');
const { checkName } = require('./names');
const { combinations, decided, inWords } = require('./conditions');

// Not Globals: sam reads the CodeUri that stands there, and aws uploads the template's folder instead.
const SECTIONS = ['AWSTemplateFormatVersion', 'Transform', 'Description', 'Metadata', 'Parameters', 'Mappings', 'Conditions',
  'Resources', 'Outputs'];
const RESOURCE = ['Type', 'Properties', 'Condition', 'DependsOn', 'DeletionPolicy', 'UpdateReplacePolicy', 'Metadata'];
const POLICIES = ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'];
const PARAMETER = ['Type', 'Default', 'Description', 'AllowedValues', 'AllowedPattern', 'MinValue', 'MaxValue', 'MinLength',
  'MaxLength', 'NoEcho', 'ConstraintDescription'];
const OUTPUT = ['Description', 'Value', 'Export', 'Condition'];

function only(value, names, path, problems) {
  for (const name of Object.keys(value)) {
    if (!names.includes(name)) {
      problems.push(`${path}${name} is not known. It may have ${names.join(', ')}.`);
    }
  }
}

/** A text of JSON, whose blanks stand inside texts. */
function checkJson(value, path, problems) {
  try {
    JSON.parse(value['Fn::Sub'] ?? value);
  } catch (e) {
    problems.push(`${path} is no JSON: ${e.message}`);
  }
}

function checkResource(id, definition, problems) {
  const path = `Resources.${id}`;
  only(definition, RESOURCE, path + '.', problems);
  for (const name of ['DeletionPolicy', 'UpdateReplacePolicy']) {
    if (definition[name] !== undefined && !POLICIES.includes(definition[name])) {
      problems.push(`${path}.${name} is ${definition[name]}, and must be one of ${POLICIES.join(', ')}`);
    }
  }
  const specification = resource(definition.Type);
  if (specification === undefined) {
    problems.push(`${path}: there is no resource type ${definition.Type}`);
  } else if (definition.Type === 'AWS::Serverless::Function') {
    checkFunction(definition.Properties, path, problems);
  } else {
    checkProperties(definition.Properties ?? {}, specification.properties, path, { required: true }, problems);
  }
  checkName(definition, path, problems);
  if (definition.Type === 'AWS::CloudWatch::Dashboard') {
    checkJson(definition.Properties.DashboardBody, `${path}.DashboardBody`, problems);
  }
  if (definition.Type === 'AWS::IAM::Role') {
    checkRole(definition.Properties, path, problems);
  }
}

/** The problems of resources by their text: most are the same in most combinations. */
const checked = new Map();

function problemsOf(id, definition) {
  const text = `${id} ${JSON.stringify(definition)}`;
  if (!checked.has(text)) {
    const problems = [];
    checkResource(id, definition, problems);
    checked.set(text, problems);
  }
  return checked.get(text);
}

function check(template) {
  const problems = [];
  only(template, SECTIONS, '', problems);
  for (const [id, parameter] of Object.entries(template.Parameters ?? {})) {
    only(parameter, PARAMETER, `Parameters.${id}.`, problems);
  }
  for (const [id, definition] of Object.entries(template.Resources)) {
    problems.push(...problemsOf(id, definition));
  }
  for (const [id, output] of Object.entries(template.Outputs ?? {})) {
    only(output, OUTPUT, `Outputs.${id}.`, problems);
  }
  checkReferences(template, problems);
  return problems;
}

/** The problems of every combination of parameters, each once, with the first combination that has it. */
function checkAll(template) {
  const problems = new Map();
  for (const combination of combinations(template)) {
    const words = inWords(combination, template);
    for (const problem of check(decided(template, combination))) {
      if (!problems.has(problem)) {
        problems.set(problem, words === '' ? problem : `${problem}, where ${words}`);
      }
    }
  }
  return problems.values();
}

let failed = false;
for (const file of process.argv.slice(2)) {
  for (const problem of checkAll(readTemplate(file))) {
    failed = true;
    console.log(problem);
  }
}
process.exitCode = failed ? 1 : 0;

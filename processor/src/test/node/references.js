'use strict';
// Checks what a template names of itself: references, attributes, and that no resource needs itself.

const { resource } = require('./shapes');

const PSEUDO = ['AccountId', 'NoValue', 'NotificationARNs', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'];
const SAM_ATTRIBUTES = { 'AWS::Serverless::Function': ['Arn'] };

/** Checks all references of a template. */
function checkReferences(template, problems) {
  const names = new Set([...Object.keys(template.Parameters ?? {}), ...PSEUDO.map((name) => 'AWS::' + name)]);
  const needs = {};
  for (const [id, definition] of Object.entries(template.Resources)) {
    needs[id] = new Set();
    [].concat(definition.DependsOn ?? []).forEach((name) => needed(name, `Resources.${id}.DependsOn`, template, needs[id], problems));
    walk(definition, `Resources.${id}`, template, names, needs[id], problems);
  }
  walk(template.Conditions ?? {}, 'Conditions', template, names, new Set(), problems);
  walk(template.Outputs ?? {}, 'Outputs', template, names, new Set(), problems);
  for (const id of Object.keys(needs)) {
    if (reaches(id, id, needs, new Set())) {
      problems.push(`Resources.${id} needs itself: a cycle`);
    }
  }
}

function walk(value, path, template, names, needs, problems) {
  if (value === null || typeof value !== 'object') {
    return;
  }
  for (const [key, content] of Object.entries(value)) {
    const here = `${path}.${key}`;
    if (key === 'Ref') {
      known(content, here, template, names, needs, problems);
    } else if (key === 'Fn::GetAtt') {
      attribute(content, here, template, needs, problems);
    } else if (key === 'Fn::Sub') {
      const [text, own] = typeof content === 'string' ? [content, {}] : content;
      substitution(text, here, template, new Set([...names, ...Object.keys(own)]), needs, problems);
    }
    walk(content, here, template, names, needs, problems);
  }
}

function needed(name, path, template, needs, problems) {
  if (template.Resources[name] === undefined) {
    problems.push(`${path} names ${name}, which is no resource`);
  } else {
    needs.add(name);
  }
}

function known(name, path, template, names, needs, problems) {
  if (template.Resources[name] !== undefined) {
    needs.add(name);
  } else if (!names.has(name)) {
    problems.push(`${path} names ${name}, which is neither a parameter nor a resource`);
  }
}

function attribute([id, name], path, template, needs, problems) {
  const definition = template.Resources[id];
  if (definition === undefined) {
    problems.push(`${path} names ${id}, which is no resource`);
    return;
  }
  needs.add(id);
  const attributes = SAM_ATTRIBUTES[definition.Type] ?? Object.keys(resource(definition.Type)?.attributes ?? {});
  if (!attributes.includes(name)) {
    problems.push(`${path}: ${definition.Type} has no attribute ${name}`);
  }
}

function substitution(text, path, template, names, needs, problems) {
  for (const [, name] of text.matchAll(/\$\{([^!}][^}]*)\}/g)) {
    if (name.includes('.')) {
      const dot = name.indexOf('.');
      attribute([name.slice(0, dot), name.slice(dot + 1)], path, template, needs, problems);
    } else {
      known(name, path, template, names, needs, problems);
    }
  }
}

function reaches(from, to, needs, seen) {
  for (const next of needs[from] ?? []) {
    if (next === to || (!seen.has(next) && reaches(next, to, needs, seen.add(next)))) {
      return true;
    }
  }
  return false;
}

module.exports = { checkReferences };

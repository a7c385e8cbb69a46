'use strict';
// Compares properties with the types of AWS's own service specification.

const { loadAwsServiceSpecSync } = require('@aws-cdk/aws-service-spec');
const { isFunction } = require('./read-template');

const db = loadAwsServiceSpecSync();

/** The specification of a resource type, or undefined. */
function resource(type) {
  return db.lookup('resource', 'cloudFormationType', 'equals', type)[0];
}

/** Checks an object's properties; `known` maps their names to what the specification says of them. */
function checkProperties(value, known, path, options, problems) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    problems.push(`${path} must be an object`);
    return;
  }
  for (const [name, content] of Object.entries(value)) {
    const property = known[name];
    if (property === undefined) {
      problems.push(`${path}.${name} is not known. Did you mean ${nearest(name, Object.keys(known))}?`);
    } else {
      checkValue(content, property.type, `${path}.${name}`, options, problems);
    }
  }
  for (const [name, property] of Object.entries(known)) {
    if (options.required && property.required && value[name] === undefined) {
      problems.push(`${path}.${name} is missing`);
    }
  }
}

function checkValue(value, type, path, options, problems) {
  if (isFunction(value)) {
    return;
  }
  switch (type.type) {
    case 'ref':
      checkProperties(value, db.get('typeDefinition', type.reference.$ref).properties, path, options, problems);
      break;
    case 'array':
      if (Array.isArray(value)) {
        value.forEach((element, i) => checkValue(element, type.element, `${path}[${i}]`, options, problems));
      } else {
        problems.push(`${path} must be a list`);
      }
      break;
    case 'map':
      for (const [key, element] of Object.entries(value ?? {})) {
        checkValue(element, type.element, `${path}.${key}`, options, problems);
      }
      break;
    case 'union':
      checkUnion(value, type, path, options, problems);
      break;
    case 'json':
      break;
    default:
      checkScalar(value, type, path, problems);
  }
}

function checkUnion(value, type, path, options, problems) {
  const attempts = type.types.map((alternative) => {
    const found = [];
    checkValue(value, alternative, path, options, found);
    return found;
  });
  if (!attempts.some((found) => found.length === 0)) {
    problems.push(...attempts.reduce((least, found) => (found.length < least.length ? found : least)));
  }
}

function checkScalar(value, type, path, problems) {
  const expected = type.type === 'integer' ? 'number' : type.type;
  if (typeof value !== expected || (type.type === 'integer' && !Number.isInteger(value))) {
    problems.push(`${path} must be of type ${type.type}, and is ${JSON.stringify(value)}`);
  } else if (type.allowedValues && !type.allowedValues.includes(value)) {
    problems.push(`${path} is ${JSON.stringify(value)}, and must be one of ${type.allowedValues.join(', ')}`);
  }
}

/** The name that needs the fewest edits. */
function nearest(name, names) {
  const distance = (a, b) => {
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1].toLowerCase() === b[j - 1].toLowerCase() ? 0 : 1;
        next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same));
      }
      row = next;
    }
    return row[b.length];
  };
  return names.reduce((best, other) => (distance(name, other) < distance(name, best) ? other : best));
}

module.exports = { resource, checkProperties, checkValue };

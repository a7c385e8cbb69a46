'use strict';
// What a template is at deployment: its conditions decided, for every combination of the parameters that they ask for.

/** A value that no template compares with. */
const OTHER = 'other';
const NOTHING = Symbol('AWS::NoValue');

/**
 * All combinations of values that the conditions tell apart, that of the defaults first: one for each value that a
 * parameter is compared with, and one for any other. A parameter that allows a few values alone has those.
 */
function combinations(template) {
  const compared = {};
  collect(template.Conditions ?? {}, compared);
  let all = [{}];
  for (const [name, values] of Object.entries(compared)) {
    const { Default: first, AllowedValues: allowed } = template.Parameters[name];
    const every = new Set([first ?? OTHER, ...(allowed ?? [...values, OTHER])]);
    all = [...every].flatMap((value) => all.map((combination) => ({ ...combination, [name]: value })));
  }
  return all;
}

function collect(value, compared) {
  if (value === null || typeof value !== 'object') {
    return;
  }
  const sides = value['Fn::Equals'];
  if (sides !== undefined) {
    (compared[sides[0].Ref] ??= new Set()).add(sides[1]);
  }
  Object.values(value).forEach((content) => collect(content, compared));
}

/** The template with its conditions decided: what is not made is not in it, nor what a function does not choose. */
function decided(template, parameters) {
  const holds = (condition) => {
    if (typeof condition === 'string') {
      if (template.Conditions?.[condition] === undefined) {
        throw new Error(`there is no condition ${condition}`);
      }
      return holds(template.Conditions[condition]);
    }
    const [[name, argument]] = Object.entries(condition);
    switch (name) {
      case 'Fn::Equals':
        return parameters[argument[0].Ref] === argument[1];
      case 'Fn::Not':
        return !holds(argument[0]);
      case 'Fn::And':
        return argument.every(holds);
      case 'Fn::Or':
        return argument.some(holds);
      case 'Condition':
        return holds(argument);
      default:
        throw new Error(`a condition can't have ${name}`);
    }
  };
  const choose = (value) => {
    if (value === null || typeof value !== 'object') {
      return value;
    }
    if (value.Ref === 'AWS::NoValue') {
      return NOTHING;
    }
    if (value['Fn::If'] !== undefined) {
      const [condition, yes, no] = value['Fn::If'];
      return choose(holds(condition) ? yes : no);
    }
    if (Array.isArray(value)) {
      return value.map(choose).filter((element) => element !== NOTHING);
    }
    const entries = Object.entries(value).map(([key, content]) => [key, choose(content)]);
    return Object.fromEntries(entries.filter(([, content]) => content !== NOTHING));
  };
  const made = (section) => {
    const entries = Object.entries(section ?? {});
    const there = entries.filter(([, { Condition }]) => Condition === undefined || holds(Condition));
    return Object.fromEntries(there.map(([id, content]) => [id, choose(content)]));
  };
  return { ...template, Resources: made(template.Resources), Outputs: made(template.Outputs) };
}

/** A combination in words: what of it is not the default. */
function inWords(combination, template) {
  return Object.entries(combination)
    .filter(([name, value]) => value !== template.Parameters[name].Default)
    .map(([name, value]) => `${name} is ${value === '' ? 'empty' : value}`)
    .join(', ');
}

module.exports = { combinations, decided, inWords };

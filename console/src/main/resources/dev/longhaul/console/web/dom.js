// Makes elements. Texts become text nodes, never markup: there is no other way in this page.

/**
 * An element. Properties: class, text, title and other attributes; on: {event: listener}; style: {property: value}.
 * Children: elements and texts; null and false are left out.
 */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (key === "style") {
      for (const [property, setting] of Object.entries(value)) element.style.setProperty(property, setting);
    } else if (key === "text") {
      element.textContent = value;
    } else {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * Shows new content in an element, and changes only what differs: focus, selection and scroll positions stay.
 * Listeners stay too: an element that stays keeps those it was made with.
 */
export function show(parent, ...children) {
  morphChildren(parent, children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
}

function morphChildren(parent, wanted) {
  wanted.forEach((next, index) => {
    const node = next instanceof Node ? next : document.createTextNode(String(next));
    const present = parent.childNodes[index];
    if (!present) {
      parent.append(node);
    } else if (!alike(present, node)) {
      present.replaceWith(node);
    } else if (present.nodeType === Node.TEXT_NODE) {
      if (present.data !== node.data) present.data = node.data;
    } else {
      morph(present, node);
    }
  });
  while (parent.childNodes.length > wanted.length) parent.lastChild.remove();
}

function alike(present, next) {
  return present.nodeType === next.nodeType && present.nodeName === next.nodeName
    && (present.nodeType !== Node.ELEMENT_NODE || present.getAttribute("data-key") === next.getAttribute("data-key"));
}

function morph(present, next) {
  for (const { name } of [...present.attributes]) {
    // Whether details are open is the reader's choice.
    if (!next.hasAttribute(name) && name !== "open") present.removeAttribute(name);
  }
  for (const { name, value } of [...next.attributes]) {
    if (name === "open" || present.getAttribute(name) === value) continue;
    // The content security policy lets a style be set, but no attribute of that name.
    if (name === "style") present.style.cssText = value;
    else present.setAttribute(name, value);
  }
  morphChildren(present, [...next.childNodes]);
}

/**
 * How an element looks as far as its own attributes and those of its parents
 * say. In tests it stands for `getComputedStyle`, which in jsdom matches every
 * rule of every style sheet against every element, and took half of the time of
 * our tests; what style sheets do is looked at in a real browser, by the
 * journeys.
 */
export function styleOfAttributes(element: Element): CSSStyleDeclaration {
  const { style } = element as HTMLElement;
  const valueOf = (property: string): string => {
    switch (property) {
      case 'display':
        return element.hasAttribute('hidden')
          ? 'none'
          : style.display || 'block';
      case 'visibility':
        return inherited(element, 'visibility') || 'visible';
      default:
        return style.getPropertyValue(property);
    }
  };
  return new Proxy(style, {
    get(target, name) {
      if (name === 'display' || name === 'visibility') return valueOf(name);
      if (name === 'getPropertyValue') return valueOf;
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function inherited(element: Element, property: string): string {
  for (
    let current: Element | null = element;
    current;
    current = current.parentElement
  ) {
    const value = (current as HTMLElement).style?.getPropertyValue(property);
    if (value) return value;
  }
  return '';
}

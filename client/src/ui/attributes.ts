import type { ComponentPropsWithRef, ElementType } from 'react';

/** The HTML attributes of an element, with any data attribute. */
export type Attributes<E extends ElementType> = ComponentPropsWithRef<E> & { [name: `data-${string}`]: string | undefined };

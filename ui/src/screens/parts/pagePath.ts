import type { LinkProps } from '@tanstack/react-router';

/** The address of a page, as the router knows it. */
export type PagePath = NonNullable<LinkProps['to']>;

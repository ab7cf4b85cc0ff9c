// The way from one object to the page of another.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LinkKind } from '../../../api/bindings/LinkKind';

export type ObjectKind = LinkKind;

interface ObjectLinkProps {
  kind: ObjectKind;
  id: string;
  className: string | undefined;
  title?: string;
  children: ReactNode;
}

export function ObjectLink({ kind, id, children, ...rest }: ObjectLinkProps) {
  const look = { className: rest.className ?? '', title: rest.title };
  switch (kind) {
    case 'dataflow':
      return (
        <Link to="/dataflows/$flowId" params={{ flowId: id }} {...look}>
          {children}
        </Link>
      );
    case 'account':
      return (
        <Link to="/accounts/$accountId" params={{ accountId: id }} {...look}>
          {children}
        </Link>
      );
    case 'dataset':
      return (
        <Link to="/datasets/$resourceId" params={{ resourceId: id }} {...look}>
          {children}
        </Link>
      );
    case 'source_connection':
      return (
        <Link to="/source-connections/$resourceId" params={{ resourceId: id }} {...look}>
          {children}
        </Link>
      );
    case 'target_connection':
      return (
        <Link to="/target-connections/$resourceId" params={{ resourceId: id }} {...look}>
          {children}
        </Link>
      );
    case 'mapping':
      return (
        <Link to="/mappings/$resourceId" params={{ resourceId: id }} {...look}>
          {children}
        </Link>
      );
    case 'schema':
      return (
        <Link to="/schemas/$schemaId" params={{ schemaId: id }} {...look}>
          {children}
        </Link>
      );
  }
}

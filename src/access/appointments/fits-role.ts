import { registerDecorator, type ValidationArguments } from 'class-validator';
import { scopeOf, type RoleName } from '../roles.js';

interface Scoped {
  role?: RoleName;
  organizationId?: string | null;
  regionCode?: string | null;
}

function fits({ role, organizationId, regionCode }: Scoped): boolean {
  const [body, territory] = [organizationId != null, regionCode != null];
  switch (role && scopeOf(role)) {
    case 'installation':
      return !body && !territory;
    case 'body':
      return body && !territory;
    case 'bodyOrTerritory':
      return body !== territory;
    default:
      return true; // an unknown role is another rule's business
  }
}

/** On `role`: the scope beside it is the one that this role has. */
export function FitsScope(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'fitsScope',
      target: target.constructor,
      propertyName: String(propertyName),
      validator: {
        validate: (_value: unknown, { object }: ValidationArguments) => fits(object as Scoped),
        defaultMessage: () =>
          'administrators have no scope; leadingGroupOffice and auditor have organizationId or regionCode; other roles have organizationId',
      },
    });
}

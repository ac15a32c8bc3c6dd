import type { Permission } from '@attendance/shared/access';
import { Authorized, Extensions } from 'type-graphql';

type OperationDecorator = MethodDecorator & PropertyDecorator & ClassDecorator;

/** Names the permission an operation or field needs. `guard.ts` stops the boot where an operation has neither this nor Public. */
export function Allow(permission: Permission): OperationDecorator {
  return compose(Authorized(permission) as OperationDecorator, Extensions({ permission }) as OperationDecorator);
}

/** Opens an operation to any signed-in person, whatever their role, and says why. Nothing is open to strangers. */
export function Public(reason: string): OperationDecorator {
  return compose(Authorized() as OperationDecorator, Extensions({ public: reason }) as OperationDecorator);
}

function compose(...decorators: OperationDecorator[]): OperationDecorator {
  return ((target: object, key: string | symbol, descriptor: PropertyDescriptor) => {
    for (const decorate of decorators) (decorate as MethodDecorator)(target, key, descriptor);
  }) as OperationDecorator;
}

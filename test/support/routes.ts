import type { INestApplication, RequestMethod, Type } from '@nestjs/common';
import { RequestMethod as Methods } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { type AccessRule, accessOf } from '../../src/platform/security/access.js';

export interface Route {
  /** `GradingController.show` */
  readonly name: string;
  readonly verb: string;
  /** With its parameters as they are written: `/courses/:course/grading/:assessment`. */
  readonly path: string;
  readonly access: AccessRule | undefined;
}

type Handler = (...given: never[]) => unknown;

/** Every address the running application answers at, as its controllers declare them. */
export function routesOf(app: INestApplication): Route[] {
  const reflector = app.get(Reflector);
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const routes = controllers.flatMap(({ metatype }) => routesOfController(metatype as Type, reflector));
  return routes.sort((one, other) => key(one).localeCompare(key(other)));
}

const key = ({ path, verb }: Route): string => `${path} ${verb}`;

function routesOfController(controller: Type, reflector: Reflector): Route[] {
  const handlers = controller.prototype as Record<string, Handler>;
  return new MetadataScanner()
    .getAllMethodNames(handlers)
    .filter((method) => Reflect.hasMetadata(METHOD_METADATA, handlers[method]!))
    .flatMap((method) => {
      const handler = handlers[method]!;
      const verb = Methods[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
      const access = accessOf(reflector, [handler, controller]);
      return pathsOf(controller, handler).map((path) => ({ name: `${controller.name}.${method}`, verb, path, access }));
    });
}

function pathsOf(controller: Type, handler: Handler): string[] {
  const parts = (target: object): string[] => [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();
  return parts(controller).flatMap((base) =>
    parts(handler).map(
      (own) =>
        `/${[base, own]
          .map((part) => part.replace(/^\/|\/$/g, ''))
          .filter(Boolean)
          .join('/')}`,
    ),
  );
}

export const isWrite = ({ verb }: Route): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(verb);

/** An address of this route. A parameter that is not given is filled with something that could be one and names nothing. */
export function addressOf(route: Pick<Route, 'path'>, given: Readonly<Record<string, string | undefined>> = {}): string {
  return route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(given[name] ?? '00000000-0000-4000-8000-000000000000'));
}

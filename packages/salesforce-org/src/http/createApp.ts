import express, { type Express } from 'express';
import { AsyncApi } from '../bulk1/AsyncApi';
import { controlRouter } from '../control/controlRouter';
import type { ControlServices } from '../control/ControlServices';
import { oauthRouter } from '../oauth/oauthRouter';
import { pagesRouter } from '../pages/pagesRouter';
import { apiVersions } from '../rest/apiVersions';
import { RestApi } from '../rest/RestApi';
import { soapRouter } from '../soap/soapRouter';
import { errorAnswer, notFoundError } from './errorAnswers';
import { InFlight } from './InFlight';
import { readBody } from './readBody';
import { sendAnswer } from './sendAnswer';
import { serveRest } from './serveRest';
import { collapseSlashes } from './wireRequest';

const PLAIN = { pretty: false, xml: false, gzip: false };

/**
 * The whole org behind one listener. Most requests are REST calls, and they
 * come first; express only tells the other parts from each other.
 */
export function createApp(services: ControlServices): Express {
  const { wire, publicUrl } = services;
  const apis = { rest: new RestApi(wire), async: new AsyncApi(wire) };
  const inFlight = new InFlight({ switches: () => wire.org.switches });
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.use((request, _response, next) => {
    request.url = collapseSlashes(request.url);
    next();
  });
  app.use(readBody);
  app.use((request, response, next) => {
    const [path] = request.url.split('?');
    if (path === '/services/data' || path === '/services/data/') {
      sendAnswer(response, { status: 200, json: apiVersions }, PLAIN);
    } else if (/^\/services\/(data\/v|async\/|scim\/)/.test(path)) {
      serveRest({ wire, apis, inFlight, publicUrl, request, response }).catch(
        next,
      );
    } else {
      next();
    }
  });
  app.use(oauthRouter({ wire, publicUrl }));
  app.use(soapRouter({ wire, publicUrl }));
  app.use('/__org', controlRouter(services));
  app.use(pagesRouter(wire));
  app.use((_request, response) => {
    sendAnswer(response, errorAnswer(notFoundError()), PLAIN);
  });
  return app;
}

/**
 * What tests of hosts can use: an endpoint that speaks OpenAI's protocols.
 *
 * @packageDocumentation
 */
export {
  ScriptedEndpoint,
  type AskedOfModel,
  type Script,
} from './ScriptedEndpoint';

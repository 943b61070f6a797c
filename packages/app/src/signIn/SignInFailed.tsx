import { Alert, Button, Flex } from '@backstage/ui';

/** Says why nobody is signed in, and leads back to the choice. */
export const SignInFailed = (props: {
  error?: Error;
  onChooseAgain(): void;
}) => (
  <Flex direction="column" align="center" justify="center" p="8">
    <Alert
      status="danger"
      icon
      title="You are not signed in"
      description={props.error?.message}
      customActions={
        <Button variant="secondary" onPress={props.onChooseAgain}>
          Choose again
        </Button>
      }
    />
  </Flex>
);

"""The domain of the portal: plain Python that knows nothing of MkDocs."""

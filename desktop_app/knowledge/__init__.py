"""What the frameworks and price books say: typed readers of resources/. Reads, never writes."""

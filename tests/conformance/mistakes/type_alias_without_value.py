type Name =

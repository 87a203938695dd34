# A type alias is evaluated later: it binds nothing here.
type Menu = (dish := int)

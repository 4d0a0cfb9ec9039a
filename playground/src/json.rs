//! Typed reading of JSON objects inside arguments: stricter than the arguments themselves, `null` is an error for every field.

use serde_json::{Map, Value};

/// An object whose fields are asked for by type.
pub(crate) struct Object<'a>(&'a Map<String, Value>);

impl<'a> Object<'a> {
    pub(crate) fn of(value: &'a Value, what: &str) -> Result<Self, String> {
        value.as_object().map(Self).ok_or_else(|| format!("{what} must be an Object"))
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub(crate) fn value(&self, name: &str) -> Option<&'a Value> {
        self.0.get(name)
    }

    /// A String may be written as a Number.
    pub(crate) fn string(&self, name: &str) -> Result<Option<String>, String> {
        match self.0.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(Value::Number(number)) => Ok(Some(number.to_string())),
            Some(_) => Err(format!("Field \"{name}\" must be of type String")),
        }
    }

    pub(crate) fn required_string(&self, name: &str) -> Result<String, String> {
        self.string(name)?.ok_or_else(|| format!("Can't find field \"{name}\""))
    }

    pub(crate) fn boolean(&self, name: &str) -> Result<bool, String> {
        match self.0.get(name) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(_) => Err(format!("Field \"{name}\" must be of type Boolean")),
        }
    }

    /// A number may be written as a numeric String.
    pub(crate) fn number(&self, name: &str) -> Result<Option<i64>, String> {
        let refusal = || format!("Field \"{name}\" must be of type Number");
        match self.0.get(name) {
            None => Ok(None),
            Some(Value::Number(number)) => number.as_i64().map(Some).ok_or_else(refusal),
            Some(Value::String(text)) => text.parse().map(Some).map_err(|_| refusal()),
            Some(_) => Err(refusal()),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn types_inside_objects_are_strict_and_null_is_always_wrong() {
        let value = json!({"text": 5, "flag": "true", "n": "7", "nothing": null});
        let object = Object::of(&value, "Thing").unwrap();
        assert_eq!(object.string("text"), Ok(Some("5".to_owned())));
        assert_eq!(object.number("n"), Ok(Some(7)));
        assert_eq!(object.boolean("flag"), Err("Field \"flag\" must be of type Boolean".to_owned()));
        assert_eq!(object.string("nothing"), Err("Field \"nothing\" must be of type String".to_owned()));
        assert_eq!(object.required_string("gone"), Err("Can't find field \"gone\"".to_owned()));
    }
}

//! Declarative shadow roots (`<template shadowrootmode>`). A browser shows their content in place
//! of the host's children.
//!
//! See <https://html.spec.whatwg.org/multipage/scripting.html#attr-template-shadowrootmode>. A
//! child of a host is shown where the shadow root has a `<slot>` for it. Children without a slot
//! are not shown and are removed from the tree. The danger is in roots inside roots. Each element
//! is processed only for the root that directly contains it, so the work stays linear.

use super::arena::{NodeId, Step, Tree};
use super::names::Tag;

/// Maximum number of slots of a shadow root that are filled, because every child of a host is
/// compared with each slot. Real components have a few slots.
const MAX_SLOTS: usize = 64;

/// Puts the content of every declarative shadow root into its host.
pub(super) fn compose(tree: &mut Tree) {
    let roots: Vec<NodeId> =
        tree.descendants(tree.root(), Tag::TEMPLATE).filter(|&id| is_shadow_root(tree, id)).collect();
    if roots.is_empty() {
        return;
    }
    // The parents change below, so the hosts are collected first.
    let hosts: Vec<Option<NodeId>> = roots.iter().map(|&root| tree.parent(root)).collect();
    let mut has_root = vec![false; tree.len()];
    for (root, host) in roots.into_iter().zip(hosts) {
        // A host has one shadow root, the first. A further one stays a template, whose content is
        // not shown.
        if let Some(host) = host
            && !std::mem::replace(&mut has_root[host.index()], true)
        {
            fill(tree, host, root);
        }
    }
}

fn is_shadow_root(tree: &Tree, id: NodeId) -> bool {
    tree.attr(id, "shadowrootmode")
        .is_some_and(|mode| ["open", "closed"].iter().any(|known| mode.eq_ignore_ascii_case(known)))
}

/// Moves the children of a host into the slots of its shadow root, and the content of the root into the host.
fn fill(tree: &mut Tree, host: NodeId, root: NodeId) {
    let slots = slots_in(tree, root);
    // A root without text and slots is a mistake or an attack. It must not hide the page's text.
    if slots.is_empty() && !holds_text(tree, root) {
        return;
    }
    let children: Vec<NodeId> = tree.children(host).filter(|&child| child != root).collect();
    let mut filled = Vec::new();
    for child in children {
        let name = tree.attr(child, "slot").unwrap_or_default();
        let slot = slots.iter().find(|&&slot| tree.attr(slot, "name").unwrap_or_default() == name).copied();
        tree.detach(child);
        let Some(slot) = slot else { continue };
        if !filled.contains(&slot) {
            filled.push(slot);
            // The content of a slot is shown only if nothing fills the slot.
            while let Some(fallback) = tree.first_child(slot) {
                tree.detach(fallback);
            }
        }
        tree.insert(slot, None, child);
    }
    tree.detach(root);
    tree.move_children(root, host);
}

/// Returns `true` if a shadow root contains text, or another root that may contain some.
fn holds_text(tree: &Tree, root: NodeId) -> bool {
    let mut walk = tree.walk(root);
    while let Some(step) = walk.next() {
        let Step::Enter(id) = step else { continue };
        if matches!(tree.tag(id), Tag::STYLE | Tag::SCRIPT) {
            walk.skip_children(id);
        } else if tree.tag(id) == Tag::TEXT && !tree.is_blank_text(id) || id != root && is_shadow_root(tree, id) {
            return true;
        }
    }
    false
}

/// Returns the slots of a shadow root in their order.
fn slots_in(tree: &Tree, root: NodeId) -> Vec<NodeId> {
    let mut slots = Vec::new();
    let mut walk = tree.walk(root);
    while let Some(step) = walk.next() {
        if let Step::Enter(id) = step {
            if id != root && is_shadow_root(tree, id) {
                walk.skip_children(id);
            } else if tree.tag(id) == Tag::SLOT && slots.len() < MAX_SLOTS {
                slots.push(id);
            }
        }
    }
    slots
}

# The npm packages that build and test the browser side, in .build/node. Nothing of them is part of the site's run time
# except what the site's build takes out of them (KERN's styles).
# shellcheck shell=bash disable=SC2154

node_folder=.build/node
export STADTTOR_NODE_DIR=$PWD/$node_folder

# Scripts of packages are not run: none of ours needs one.
step_node() {
  [[ -f web/package-lock.json ]] || return 0
  local wanted
  wanted="$(cat web/package.json web/package-lock.json | sha256sum) node $(node --version)"
  is_stamped node "$wanted" && [[ -d $node_folder/node_modules ]] && return
  mkdir -p "$node_folder"
  cp web/package.json web/package-lock.json "$node_folder/"
  npm ci --prefix "$node_folder" --no-audit --no-fund --ignore-scripts
  write_stamp node "$wanted"
}
